namespace Portal.Web.Audit.Histories;

/// <summary>
/// Groups of events that people look for in a history, as they stand in addresses (HIST-2). Their words have the key
/// "Group." and the group.
/// </summary>
public static class HistoryGroups
{
    public const string SignIn = "sign-in";
    public const string Failure = "failure";
    public const string Lock = "lock";
    public const string Release = "release";
    public const string Password = "password";
    public const string Factor = "factor";
    public const string Session = "session";
    public const string Account = "account";
    public const string Export = "export";

    /// <summary>As they are offered; what rooms add of their own follows.</summary>
    public static readonly IReadOnlyList<string> Order = [SignIn, Failure, Lock, Release, Password, Factor, Session, Account, Export];
}
