# Reads workbooks back for agree.ts: python3 read-workbooks.py FILE… prints a JSON list, one entry a file.
# A .xlsx is read by openpyxl, an .ods (what LibreOffice made of one) as its XML.
import datetime
import json
import sys
import xml.etree.ElementTree as tree
import zipfile

OFFICE = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
DRAW = '{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}'
CHART = '{urn:oasis:names:tc:opendocument:xmlns:chart:1.0}'
LINK = '{http://www.w3.org/1999/xlink}'


def typed(cell):
    value = cell.value
    if cell.data_type == 'f':
        return 'formula', str(value)
    if isinstance(value, datetime.datetime):
        return 'date', value.isoformat()
    if isinstance(value, str):
        return 'text', value
    return ('truth' if isinstance(value, bool) else 'number'), value


def reference(source):
    found = source and (source.numRef or source.strRef)
    if not found:
        return None
    cache = getattr(found, 'numCache', None) or getattr(found, 'strCache', None)
    points = {point.idx: point.v for point in cache.pt} if cache else {}
    return {'ref': found.f, 'cache': points, 'count': cache.ptCount if cache else 0}


def series_of(series):
    return {
        'values': reference(getattr(series, 'val', None) or getattr(series, 'yVal', None)),
        'across': reference(getattr(series, 'cat', None) or getattr(series, 'xVal', None)),
    }


def read_xlsx(path):
    import openpyxl
    book = openpyxl.load_workbook(path)
    return [{
        'name': sheet.title,
        'state': sheet.sheet_state,
        'cells': [
            [cell.row, cell.column, *typed(cell)]
            for row in sheet.iter_rows() for cell in row if cell.value is not None
        ],
        'tables': [
            {'name': t.displayName, 'ref': t.ref, 'columns': [c.name for c in t.tableColumns]}
            for t in sheet.tables.values()
        ],
        'charts': [
            {'class': type(chart).__name__, 'series': [series_of(s) for s in chart.series]}
            for chart in sheet._charts
        ],
        'titles': sheet.print_title_rows,
    } for sheet in book]


def words(node):
    out = node.text or ''
    for child in node:
        if child.tag == TEXT + 's':
            out += ' ' * int(child.get(TEXT + 'c', '1'))
        elif child.tag == TEXT + 'tab':
            out += '\t'
        elif child.tag == TEXT + 'line-break':
            out += '\n'
        else:
            out += words(child)
        out += child.tail or ''
    return out


def cell_of(node):
    kind = node.get(OFFICE + 'value-type')
    if node.get(TABLE + 'formula'):
        return 'formula', node.get(TABLE + 'formula')
    if kind == 'float':
        return 'number', float(node.get(OFFICE + 'value'))
    if kind == 'date':
        return 'date', node.get(OFFICE + 'date-value')
    if kind == 'string':
        given = node.get(OFFICE + 'string-value')
        return 'text', given if given is not None else '\n'.join(words(p) for p in node.findall(TEXT + 'p'))
    return kind, None


def cells_of(sheet):
    found, row = [], 0
    for line in sheet.iter(TABLE + 'table-row'):
        times = int(line.get(TABLE + 'number-rows-repeated', '1'))
        column = 0
        for node in line:
            if node.tag not in (TABLE + 'table-cell', TABLE + 'covered-table-cell'):
                continue
            repeated = int(node.get(TABLE + 'number-columns-repeated', '1'))
            kind, value = cell_of(node)
            if kind is not None:
                for r in range(times):
                    found += [[row + r + 1, column + i + 1, kind, value] for i in range(repeated)]
            column += repeated
        row += times
    return found


def charts_of(sheet, archive):
    found = []
    for node in sheet.iter(DRAW + 'object'):
        part = node.get(LINK + 'href').replace('./', '') + '/content.xml'
        chart = next(tree.fromstring(archive.read(part)).iter(CHART + 'chart'))
        categories = next(chart.iter(CHART + 'categories'), None)
        across = None if categories is None else categories.get(TABLE + 'cell-range-address')
        series = []
        for item in chart.iter(CHART + 'series'):
            domain = item.find(CHART + 'domain')
            if domain is not None:
                across = domain.get(TABLE + 'cell-range-address')
            series.append({'values': {'ref': item.get(CHART + 'values-cell-range-address')}, 'across': {'ref': across}})
        found.append({'class': chart.get(CHART + 'class'), 'series': series})
    return found


def read_ods(path):
    with zipfile.ZipFile(path) as archive:
        body = next(tree.fromstring(archive.read('content.xml')).iter(OFFICE + 'spreadsheet'))
        ranges = [
            {'name': r.get(TABLE + 'name'), 'ref': r.get(TABLE + 'target-range-address')}
            for r in body.iter(TABLE + 'database-range')
        ]
        return [{
            'name': sheet.get(TABLE + 'name'),
            'cells': cells_of(sheet),
            'charts': charts_of(sheet, archive),
            'ranges': ranges,
        } for sheet in body.findall(TABLE + 'table')]


print(json.dumps([read_ods(path) if path.endswith('.ods') else read_xlsx(path) for path in sys.argv[1:]]))
