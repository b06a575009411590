namespace Portal.Architecture.Tests.House.Fixtures.Features.A;

internal static class UsesNeighbour
{
    public static Func<int> Count() => () => Array.Empty<B.Neighbour>().Length;
}
