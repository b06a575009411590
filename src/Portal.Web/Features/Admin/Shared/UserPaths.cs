using Portal.Rules.Delegation;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>The last part of an act's address, below the account's.</summary>
internal static class UserPaths
{
    public static string Of(DelegatedAct act) => act switch
    {
        DelegatedAct.ReleaseLockout => "lockout-release",
        DelegatedAct.IssueTemporaryPassword => "temporary-password",
        DelegatedAct.SendResetLink => "reset-link",
        DelegatedAct.EditDetails => "edit",
        DelegatedAct.Disable => "disable",
        DelegatedAct.Enable => "enable",
        DelegatedAct.EndSessions => "end-sessions",
        DelegatedAct.RemoveFactor => "mfa-reset",
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };
}
