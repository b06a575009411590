namespace Portal.Web.Audit.Histories;

/// <summary>Which events are the history of a login ID, in groups that people look for (HIST-2).</summary>
public static class HistoryKinds
{
    /// <summary>Key of a group, as it stands in addresses, and its kinds.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Groups = new Dictionary<string, IReadOnlyList<string>>
    {
        ["sign-in"] = [AuditKinds.SignedIn, AuditKinds.SignedOut],
        ["failure"] =
        [
            AuditKinds.SignInFailed, AuditKinds.SignInCodeFailed, AuditKinds.SecondFactorFailed, AuditKinds.PasskeyRefused,
            AuditKinds.PasswordChangeFailed, AuditKinds.ReauthenticationFailed,
        ],
        ["lock"] = [AuditKinds.Locked, AuditKinds.PasswordVoided],
        ["release"] = [AuditKinds.Released, AuditKinds.ReleasedByTime],
        ["password"] =
        [
            AuditKinds.PasswordChanged, AuditKinds.PasswordReset, AuditKinds.ResetLinkSent, AuditKinds.TemporaryPasswordIssued,
                AuditKinds.TemporaryPasswordEnded,
            AuditKinds.RecoveryRequested, AuditKinds.KeywordChanged, AuditKinds.InvitationSent, AuditKinds.AccountActivated,
        ],
        ["factor"] =
        [
            AuditKinds.FactorAdded, AuditKinds.FactorRemoved, AuditKinds.FactorRequirementChanged, AuditKinds.RecoveryCodesMade,
                AuditKinds.RecoveryCodeUsed,
            AuditKinds.PasskeyAdded, AuditKinds.PasskeyRenamed, AuditKinds.PasskeyRemoved, AuditKinds.BrowserTrusted,
                AuditKinds.BrowserDistrusted,
        ],
        ["session"] = [AuditKinds.SessionEnded, AuditKinds.SignInDisowned],
        ["account"] =
        [
            AuditKinds.EmailChangeRequested, AuditKinds.EmailChangeCancelled, AuditKinds.EmailChangeUndone, AuditKinds.EmailChanged,
                AuditKinds.EmailConfirmed,
            AuditKinds.LoginIdChanged, AuditKinds.UserRegistered, AuditKinds.UserChanged, AuditKinds.ProfileChanged,
                AuditKinds.PictureChanged,
            AuditKinds.UserDisabled, AuditKinds.UserEnabled, AuditKinds.UserRemoved, AuditKinds.PermissionsChanged,
        ],
        ["export"] = [AuditKinds.Exported, AuditKinds.ExportRequested, AuditKinds.ExportCancelled, AuditKinds.ExportFailed,
            AuditKinds.OwnDataDownloaded],
    };

    private static readonly Dictionary<string, string> ByKind =
        Groups.SelectMany(group => group.Value.Select(kind => (kind, group.Key))).ToDictionary(pair => pair.kind, pair => pair.Key);

    /// <summary>The key of a kind's group; null for a kind that is in no history.</summary>
    public static string? GroupOf(string kind) => ByKind.GetValueOrDefault(kind);

    public static readonly IReadOnlyList<string> All = [.. Groups.Values.SelectMany(kinds => kinds)];
}
