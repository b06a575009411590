namespace Portal.Architecture.Tests.House;

/// <summary>Uses that the table of rooms forbids and that are right all the same: each with its reason.</summary>
internal static class Exceptions
{
    public static readonly IReadOnlyList<(string Type, string ToRoom, string Reason)> Named =
    [
        ("Portal.Web.Http.TransactionFilter", "Data", "the plan of the house names it"),
        ("Portal.Web.Http.FailureStatus", "Data", "what an exception of the database means is the database's knowledge"),
    ];
}
