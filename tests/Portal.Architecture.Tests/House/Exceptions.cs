namespace Portal.Architecture.Tests.House;

/// <summary>Uses that the table of rooms forbids and that are right all the same: each with its reason.</summary>
internal static class Exceptions
{
    public static readonly IReadOnlyList<(string Type, string ToRoom, string Reason)> Named =
    [
    ];
}
