using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Mail.Notices;

/// <summary>The account's last day is near (OPER-7).</summary>
internal sealed record ValidityNotice(NoticeCause Cause) : AccountNotice(Cause, "Validity")
{
    public override bool WarnsOfOthers => false;

    protected override string Lead(MailContext to) =>
        to.Text<NoticeText>("Validity.Lead", Cause.User.ValidUntil is { } last ? to.Date(last) : "");

    protected override void Advise(MailBody body, MailContext to) => body.Paragraph(to.Text<NoticeText>("Validity.Advice", Manager(to)));
}

/// <summary>Nobody has signed in with this ID for long (OPER-7).</summary>
internal sealed record DormantNotice(NoticeCause Cause) : AccountNotice(Cause, "Dormant")
{
    public override bool WarnsOfOthers => false;

    protected override string Lead(MailContext to) => to.Text<NoticeText>("Dormant.Lead", to.Tenant.Profile.Operators?.DormantDays ?? 0);

    protected override void Advise(MailBody body, MailContext to)
    {
        if (to.Tenant.Profile.Operators is { DisableDormant: true })
        {
            body.Paragraph(to.Text<NoticeText>("Dormant.Advice",
                to.Time(Cause.Event.OccurredAt.AddDays(OperatorsProfile.DaysAfterDormantNotice))));
        }

        body.Button(to.Text<NoticeText>("SignIn"), to.Link("/login"));
    }
}
