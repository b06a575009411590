using Portal.Web.Audit;

namespace Portal.Web.Mail.Notices.Rows;

/// <summary>What second factors and passkeys owe.</summary>
internal sealed class SecondStepNotices() : NoticeContribution(
    [
        new(AuditKinds.FactorAdded, "to the owner", cause => Notice.ToOwner(cause, new FactorChangedNotice(cause, "FactorAdded"))),
        new(AuditKinds.FactorRemoved, "to the owner; where a manager or staff did it, also to that one", FactorRemoved),
        new(AuditKinds.FactorRequirementChanged, "to the owner",
            cause => Notice.ToOwner(cause, new AccountNotice(cause, IsRequired(cause) ? "FactorRequired" : "FactorNotRequired"))),
        new(AuditKinds.SignInCodeFailed, "to the owner, once a sign-in: somebody knows the password", FailedStep),
        new(AuditKinds.SecondFactorFailed, "to the owner, once a sign-in: somebody knows the password", FailedStep),
        NoticeRow.Plain(AuditKinds.RecoveryCodesMade, "RecoveryCodesMade"),
        new(AuditKinds.RecoveryCodeUsed, "to the owner", cause => Notice.ToOwner(cause, new RecoveryCodeNotice(cause))),
        new(AuditKinds.PasskeyAdded, "to the owner", cause => Notice.ToOwner(cause, new PasskeyNotice(cause, "PasskeyAdded"))),
        new(AuditKinds.PasskeyRemoved, "to the owner", cause => Notice.ToOwner(cause, new PasskeyNotice(cause, "PasskeyRemoved"))),
    ])
{
    private static bool IsRequired(NoticeCause cause) => cause.Detail("required") == bool.TrueString;

    // Who lost its device has all methods taken away at once (MFA-7).
    private static IEnumerable<Notice> FactorRemoved(NoticeCause cause) => Notice.ToOwner(cause,
        cause.Detail("method") is null ? new AccountNotice(cause, "FactorsReset") : new FactorChangedNotice(cause, "FactorRemoved"));

    // Somebody knows the password: told once a sign-in, not once a wrong code (MF-22).
    private static IEnumerable<Notice> FailedStep(NoticeCause cause) =>
        cause.Detail("first") == bool.TrueString ? Notice.ToOwner(cause, new FailedStepNotice(cause)) : [];
}
