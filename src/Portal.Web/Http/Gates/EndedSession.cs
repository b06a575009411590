using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Http.Gates;

/// <summary>
/// The reason why a session ended, carried to the sign-in page: a key of a closed list, never text from an address.
/// </summary>
public static class EndedSession
{
    public const string Key = "ended";

    private static readonly string[] Told =
        [SessionEnds.Idle, SessionEnds.Absolute, SessionEnds.TooMany, SessionEnds.CredentialsChanged, SessionEnds.RightsChanged,
            SessionEnds.EndedByUser, SessionEnds.EndedByManager, SessionEnds.EndedByStaff];

    /// <summary>The reason in the address of the sign-in page; null when there is none that may be told.</summary>
    public static string? From(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Known(context.Request.Query[Key]);
    }

    internal static string? Known(string? reason) => Array.Find(Told, told => told == reason);
}
