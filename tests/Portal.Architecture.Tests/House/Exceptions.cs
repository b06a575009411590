namespace Portal.Architecture.Tests.House;

/// <summary>Uses that the table of rooms forbids and that are right all the same: each with its reason.</summary>
internal static class Exceptions
{
    public static readonly IReadOnlyList<(string Type, string ToRoom, string Reason)> Named =
    [
        ("Portal.Web.Http.Hosting.TransactionFilter", "Data", "puts each request into one transaction, and is the only one that does"),
        ("Portal.Web.Http.Errors.FailureStatus", "Data", "turns the kind of a database's failure into a status, and asks nothing of it"),
        ("Portal.Web.Http.Hosting.PagePatience", "Data", "says once a request how long its statements may be waited for"),
        ("Portal.Web.Http.Shares.DownloadFilter", "Data", "watches that no connection is held while a file leaves"),
    ];
}
