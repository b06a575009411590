using System.ComponentModel;

namespace Portal.Architecture.Tests.House.Fixtures.Features.A;

[TypeConverter(typeof(B.Neighbour))]
internal sealed class NamesNeighbourInAttribute;
