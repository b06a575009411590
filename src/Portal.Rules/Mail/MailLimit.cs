namespace Portal.Rules.Mail;

/// <summary>How many mails may go out in an hour and in a day that slide along (ML-08).</summary>
public sealed record MailLimit(int Hour, int Day)
{
    /// <summary>Whether one more would be one too many.</summary>
    /// <param name="written">When the mails that count were written; older ones than a day may be among them.</param>
    /// <param name="now">When one more would be written.</param>
    public bool IsReached(IReadOnlyCollection<DateTimeOffset> written, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.Count(at => at > now.AddHours(-1)) >= Hour || written.Count(at => at > now.AddDays(-1)) >= Day;
    }
}
