// How TensorFlow Playground trains: an object for every unit and every link, one example after the other, in float64.
//
// Written anew after the algorithm of its nn.ts (Smilkov, Carter, Sculley, Viegas and Wattenberg 2016). The first line
// of the input is the problem as JSON; every further line is a number of epochs, answered by the seconds they took.
import { createInterface } from "node:readline";

const tanh = {
  of: (z) => Math.tanh(z),
  slope: (z) => {
    const a = Math.tanh(z);
    return 1 - a * a;
  },
};
const halfSquare = { slope: (output, target) => output - target };

class Link {
  constructor(source, target, weight) {
    this.source = source;
    this.target = target;
    this.weight = weight;
    this.dead = false;
    this.slope = 0;
    this.sum = 0;
    this.count = 0;
  }
}

class Unit {
  constructor(bias) {
    this.bias = bias;
    this.inputs = [];
    this.outputs = [];
    this.z = 0;
    this.output = 0;
    this.outputSlope = 0;
    this.inputSlope = 0;
    this.sum = 0;
    this.count = 0;
  }

  update() {
    this.z = this.bias;
    for (let k = 0; k < this.inputs.length; k++) {
      const link = this.inputs[k];
      this.z += link.weight * link.source.output;
    }
    this.output = tanh.of(this.z);
    return this.output;
  }
}

function build(weights, biases) {
  const layers = [weights[0].map(() => new Unit(0))];
  weights.forEach((matrix, layer) => {
    const units = biases[layer].map((bias) => new Unit(bias));
    units.forEach((unit, column) => {
      layers[layer].forEach((source, row) => {
        const link = new Link(source, unit, matrix[row][column]);
        source.outputs.push(link);
        unit.inputs.push(link);
      });
    });
    layers.push(units);
  });
  return layers;
}

function forward(layers, inputs) {
  layers[0].forEach((unit, k) => {
    unit.output = inputs[k];
  });
  for (let layer = 1; layer < layers.length; layer++) {
    for (let k = 0; k < layers[layer].length; k++) layers[layer][k].update();
  }
  return layers[layers.length - 1][0].output;
}

function backward(layers, target) {
  const last = layers[layers.length - 1][0];
  last.outputSlope = halfSquare.slope(last.output, target);
  for (let layer = layers.length - 1; layer >= 1; layer--) {
    const units = layers[layer];
    for (let k = 0; k < units.length; k++) {
      const unit = units[k];
      unit.inputSlope = unit.outputSlope * tanh.slope(unit.z);
      unit.sum += unit.inputSlope;
      unit.count++;
    }
    for (let k = 0; k < units.length; k++) {
      const unit = units[k];
      for (let j = 0; j < unit.inputs.length; j++) {
        const link = unit.inputs[j];
        if (link.dead) continue;
        link.slope = unit.inputSlope * link.source.output;
        link.sum += link.slope;
        link.count++;
      }
    }
    if (layer === 1) continue;
    const before = layers[layer - 1];
    for (let k = 0; k < before.length; k++) {
      const unit = before[k];
      unit.outputSlope = 0;
      for (let j = 0; j < unit.outputs.length; j++) {
        const link = unit.outputs[j];
        unit.outputSlope += link.weight * link.target.inputSlope;
      }
    }
  }
}

function descend(layers, rate) {
  for (let layer = 1; layer < layers.length; layer++) {
    for (let k = 0; k < layers[layer].length; k++) {
      const unit = layers[layer][k];
      if (unit.count > 0) {
        unit.bias -= (rate * unit.sum) / unit.count;
        unit.sum = 0;
        unit.count = 0;
      }
      for (let j = 0; j < unit.inputs.length; j++) {
        const link = unit.inputs[j];
        if (link.dead || link.count === 0) continue;
        link.weight -= (rate / link.count) * link.sum;
        link.sum = 0;
        link.count = 0;
      }
    }
  }
}

function epoch(layers, given, rate) {
  for (let k = 0; k < given.x.length; k++) {
    forward(layers, given.x[k]);
    backward(layers, given.y[k]);
    if ((k + 1) % given.batch === 0) descend(layers, rate);
  }
}

let given = null;
let layers = null;
for await (const line of createInterface({ input: process.stdin })) {
  if (given === null) {
    given = JSON.parse(line);
    layers = build(given.weights, given.biases);
    console.log("{}");
    continue;
  }
  const begun = process.cpuUsage();
  for (let k = 0; k < Number(line); k++) epoch(layers, given, 0.01);
  const spent = process.cpuUsage(begun);
  const output = forward(layers, given.x[0]);
  console.log(JSON.stringify({ seconds: (spent.user + spent.system) / 1e6, output }));
}
