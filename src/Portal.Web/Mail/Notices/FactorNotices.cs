using Portal.Rules.SecondFactors;

namespace Portal.Web.Mail.Notices;

/// <summary>One method was added or removed: which, and how its owner calls the device, or a hijacker did.</summary>
internal sealed record FactorChangedNotice(NoticeCause Cause, string Name) : AccountNotice(Cause, Name)
{
    protected override void Advise(MailBody body, MailContext to) => body.Facts(
        (to.Text<NoticeText>("Method"), Method is { } method ? to.Text<NoticeText>(method) : null),
        (to.Text<NoticeText>("Device"), Unlinked.Of(Cause.Detail("device") ?? "")));

    private string? Method => Cause.Detail("method") switch
    {
        nameof(FactorMethod.App) => "Method.App",
        nameof(FactorMethod.EmailCode) => "Method.EmailCode",
        _ => null,
    };
}

/// <summary>
/// The password was right and the second step was not: the owner mistyped, or somebody else knows the password (MF-22).
/// </summary>
internal sealed record FailedStepNotice(NoticeCause Cause) : AccountNotice(Cause, "FailedStep")
{
    protected override void Advise(MailBody body, MailContext to) => body.IfNotYours(to.Text<NoticeText>("FailedStep.NotYours"));
}

/// <summary>A recovery code was used up: how many are left, and what to do when it was somebody else.</summary>
internal sealed record RecoveryCodeNotice(NoticeCause Cause) : AccountNotice(Cause, "RecoveryCodeUsed")
{
    protected override string Lead(MailContext to) => to.Text<NoticeText>("RecoveryCodeUsed.Lead", Cause.Detail("left") ?? "0");

    protected override void Advise(MailBody body, MailContext to) => body.IfNotYours(to.Text<NoticeText>("FailedStep.NotYours"));
}
