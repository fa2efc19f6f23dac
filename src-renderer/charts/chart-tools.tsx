// The tools over a chart: show as table, and the three ways to take it along. What happened is announced.
import { ChartColumn, Copy, Image, MessageSquareText, Table } from 'lucide-react';
import { useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { copyImage, copyText } from './copy.ts';

interface ChartToolsProps {
  /** What stands over a copied picture. */
  readonly title: string;
  readonly subtitle: string;
  /** What stands under it. */
  readonly foot?: readonly string[];
  /** The data as tab-separated text, and the chart in words. */
  readonly data: () => string;
  readonly alt: () => string;
  readonly chart: () => SVGSVGElement | null;
  readonly asTable: boolean;
  readonly onTable: (on: boolean) => void;
  /** More tools of the view, such as the pin. */
  readonly more?: React.ReactNode;
}

export function ChartTools(props: ChartToolsProps) {
  const { title, subtitle, foot = [], data, alt, chart, asTable, onTable, more } = props;
  const [said, setSaid] = useState('');
  const attempt = (work: () => Promise<void>, done: string) => () => {
    work().then(
      () => setSaid(done),
      () => setSaid('The clipboard could not be reached.'),
    );
  };
  const image = async () => {
    const svg = chart();
    if (svg) await copyImage(svg, { title, subtitle, foot });
  };
  return (
    <div className="chart-tools">
      <ToggleButton className="tool" isSelected={asTable} onChange={onTable}>
        {asTable ? <ChartColumn aria-hidden="true" /> : <Table aria-hidden="true" />}
        {asTable ? 'Show as chart' : 'Show as table'}
      </ToggleButton>
      <Button className="tool" onPress={attempt(() => copyText(data()), 'Data copied.')}>
        <Copy aria-hidden="true" /> Copy data
      </Button>
      {asTable ? null : (
        <Button className="tool" onPress={attempt(image, 'Image copied.')}>
          <Image aria-hidden="true" /> Copy image
        </Button>
      )}
      <Button className="tool" onPress={attempt(() => copyText(alt()), 'Alt text copied.')}>
        <MessageSquareText aria-hidden="true" /> Copy alt text
      </Button>
      {more}
      <span className="said" aria-live="polite">
        {said}
      </span>
    </div>
  );
}
