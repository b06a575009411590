namespace Portal.Architecture.Tests.House.Fixtures.Features.B;

internal sealed class Neighbour;
