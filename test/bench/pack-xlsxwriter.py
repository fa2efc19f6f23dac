# Writes with XlsxWriter the workbook that plan.json sets out: python3 pack-xlsxwriter.py PLAN.json OUT.xlsx
# Only the writing is timed; the plan (widths, heights, formats) is given.
import json
import os
import resource
import sys
import time

import xlsxwriter

with open(sys.argv[1]) as file:
    plan = json.load(file)

started = time.perf_counter()
before = os.times()
book = xlsxwriter.Workbook(sys.argv[2])
arial = {'font_name': 'Arial', 'font_size': 12}
heading = book.add_format({**arial, 'bold': True, 'font_size': 16})
plain = book.add_format(arial)
ruled = {**arial, 'valign': 'top', 'bottom': 1, 'bottom_color': '#BFBFBF'}
words = book.add_format({**ruled, 'align': 'left', 'text_wrap': True})
header = book.add_format({**arial, 'bold': True, 'bottom': 2, 'text_wrap': True})
numbers = {}
for given in plan:
    sheet = book.add_worksheet(given['name'])
    for i, width in enumerate(given['widths']):
        sheet.set_column(i, i, width)
    for i, height in enumerate(given['heights']):
        sheet.set_row(i, height)
    for i, line in enumerate(given['lines']):
        sheet.write_string(i, 0, line, plain if i else heading)
    top = given['headerRow'] - 1
    formats = []
    for text in given['formats']:
        if text not in numbers:
            numbers[text] = book.add_format({**ruled, 'align': 'right', 'num_format': text})
        formats.append(words if text == 'General' else numbers[text])
    rows = given['rows']
    sheet.add_table(top, 0, top + len(rows), len(given['columns']) - 1, {
        'name': given['table'],
        'autofilter': False,
        'style': None,
        'columns': [{'header': c['header'], 'header_format': header} for c in given['columns']],
    })
    for r, row in enumerate(rows, top + 1):
        for c, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(r, c, value, formats[c])
            elif value is None:
                sheet.write_blank(r, c, None, formats[c])
            else:
                sheet.write_number(r, c, value, formats[c])
    places = {c['header']: i for i, c in enumerate(given['columns'])}
    for wanted in given['charts']:
        chart = book.add_chart({'type': 'line'})
        first, last = top + 1 + wanted['rows']['from'], top + wanted['rows']['to']
        for series in wanted['series']:
            column = places[series['column']]
            category = places[wanted['categoryColumn']]
            chart.add_series({
                'name': [given['name'], top, column],
                'categories': [given['name'], first, category, last, category],
                'values': [given['name'], first, column, last, column],
            })
        chart.set_title({'name': wanted['title']})
        chart.set_x_axis({'name': wanted['xTitle']})
        chart.set_y_axis({'name': wanted['yTitle']})
        sheet.insert_chart(top, given['gutter'], chart, {'description': wanted['alt']})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
book.close()
after = os.times()
print(json.dumps({
    'elapsedMs': (time.perf_counter() - started) * 1000,
    'cpuMs': (after.user + after.system - before.user - before.system) * 1000,
    'peakMb': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    'bytes': os.path.getsize(sys.argv[2]),
}))
