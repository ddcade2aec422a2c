// How cells look: numbers into the list of formats of the style sheet.
export const STYLES = { plain: 0, text: 1, quoted: 2, number: 3, head: 4 } as const;

const ALIGNED = '<alignment vertical="top" wrapText="1"/>';

export const STYLE_SHEET = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF3"/></patternFill></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="5">
<xf xfId="0"/>
<xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1">${ALIGNED}</xf>
<xf xfId="0" numFmtId="49" applyNumberFormat="1" quotePrefix="1" applyAlignment="1">${ALIGNED}</xf>
<xf xfId="0" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>
<xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">${ALIGNED}</xf>
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>
`;
