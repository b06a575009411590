using Portal.Web.Audit;

namespace Portal.Web.Mail.Notices.Rows;

/// <summary>What second factors and passkeys owe.</summary>
internal sealed class SecondStepNotices() : NoticeContribution(
    [
        NoticeRow.Plain(AuditKinds.FactorAdded, "FactorAdded"),
        NoticeRow.Plain(AuditKinds.FactorRemoved, "FactorRemoved") with
        {
            Told = "to the owner; where a manager or staff did it, also to that one",
        },
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

    // Somebody knows the password: told once a sign-in, not once a wrong code (MF-22).
    private static IEnumerable<Notice> FailedStep(NoticeCause cause) =>
        cause.Detail("first") == bool.TrueString ? Notice.ToOwner(cause, new FailedStepNotice(cause)) : [];
}
