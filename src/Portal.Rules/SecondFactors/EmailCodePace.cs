namespace Portal.Rules.SecondFactors;

/// <summary>The codes of one sign-in that were mailed and that nobody has entered.</summary>
/// <param name="LastAt">When the last of them was sent.</param>
/// <param name="Codes">How many; 1 or more.</param>
public sealed record MailedCodes(DateTimeOffset LastAt, int Codes);

/// <summary>Whether an account may be mailed another code.</summary>
public abstract record EmailCodeRoom
{
    private EmailCodeRoom()
    {
    }

    /// <summary>At once.</summary>
    public sealed record Free : EmailCodeRoom;

    /// <summary>The last one was sent a moment ago.</summary>
    /// <param name="Wait">How long until another may be sent; more than nothing.</param>
    public sealed record TooSoon(TimeSpan Wait) : EmailCodeRoom;

    /// <summary>The hour's codes are sent.</summary>
    /// <param name="Wait">How long until another may be sent; more than nothing.</param>
    public sealed record Full(TimeSpan Wait) : EmailCodeRoom;
}

/// <summary>
/// How often codes are mailed to an account, whatever sign-ins ask for them: who knows the password must not fill the
/// owner's mailbox by beginning anew (MF-07). What was refused counts nothing, so that asking again prolongs no wait.
/// </summary>
public static class EmailCodePace
{
    /// <summary>In what time the codes are counted: one hour.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Whether there is room for one more.</summary>
    /// <param name="mailed">One entry for each sign-in. All codes of a sign-in count until its last one is an hour
    /// old.</param>
    /// <param name="interval">Least time between two codes; at most <see cref="Window"/>.</param>
    /// <param name="perHour">Codes within the window; 1 or more.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static EmailCodeRoom Decide(IEnumerable<MailedCodes> mailed, TimeSpan interval, int perHour, DateTimeOffset now)
    {
        var recent = mailed.Where(codes => codes.LastAt > now - Window).OrderBy(codes => codes.LastAt).ToList();
        if (recent.Count == 0)
        {
            return new EmailCodeRoom.Free();
        }

        var next = recent[^1].LastAt + interval;
        var count = recent.Sum(codes => codes.Codes);
        if (count < perHour)
        {
            return next > now ? new EmailCodeRoom.TooSoon(next - now) : new EmailCodeRoom.Free();
        }

        var room = recent.First(codes => (count -= codes.Codes) < perHour).LastAt + Window;
        return new EmailCodeRoom.Full((room > next ? room : next) - now);
    }
}
