using Portal.Rules.Mail;

namespace Portal.Web.Mail.Caps;

/// <summary>How many mails go out (ML-08): to one mailbox, and because of one account. By tenant.</summary>
public sealed class MailCapOptions
{
    /// <summary>
    /// To one mailbox: what others have sent to it, what its reader asked for, each kind of notice; each counts apart.
    /// </summary>
    public MailCapFigures PerRecipient { get; set; } = new() { Hour = 5, Day = 20 };

    /// <summary>Invitations, reset links and address mails that one account causes.</summary>
    public MailCapFigures PerAccount { get; set; } = new() { Hour = 5, Day = 20 };

    /// <summary>First mails of IDs that one account registers: a file of fifty goes through.</summary>
    public MailCapFigures Registrations { get; set; } = new() { Hour = 50, Day = 100 };

    /// <summary>All of these that one of the provider's staff causes in a tenant.</summary>
    public MailCapFigures PerStaff { get; set; } = new() { Hour = 60, Day = 300 };

    /// <summary>To one mailbox about cases: a conversation goes on, a flood does not.</summary>
    public MailCapFigures Cases { get; set; } = new() { Hour = 30, Day = 200 };

    /// <summary>Mails about cases that one customer causes: some comments to all whom a case is shared with.</summary>
    public MailCapFigures CasesPerAccount { get; set; } = new() { Hour = 100, Day = 500 };

    /// <summary>Between two of the same invitation, or the same reset link.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Lock mails to one account in a day of the tenant's zone; one more says how many there were.</summary>
    public int LocksPerDay { get; set; } = 5;

    internal bool IsSound => PerRecipient.IsSound && PerAccount.IsSound && Registrations.IsSound && PerStaff.IsSound && Cases.IsSound
        && CasesPerAccount.IsSound && Pause >= TimeSpan.Zero && LocksPerDay > 0;
}

public sealed class MailCapFigures
{
    public int Hour { get; set; }

    public int Day { get; set; }

    internal bool IsSound => Hour > 0 && Day >= Hour && Day <= 1000;

    internal MailLimit Limit => new(Hour, Day);
}
