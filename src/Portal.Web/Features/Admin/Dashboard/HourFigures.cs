namespace Portal.Web.Features.Admin.Dashboard;

/// <summary>What happened in one hour, or in several together.</summary>
public sealed record Figures(int SignIns, int Failures, int Lockouts, int Resets)
{
    /// <summary>Fewer failures than this say nothing: one forgetful person makes as many.</summary>
    public const int FewestFailures = 10;

    /// <summary>A larger share of failed tries than this, in per cent, is more than forgetfulness.</summary>
    public const int HighestFailureRate = 30;

    public const int FewestLockouts = 3;

    public static readonly Figures None = new(0, 0, 0, 0);

    /// <summary>Of all tries, how many failed, in per cent; null where nobody tried.</summary>
    public int? FailureRate => SignIns + Failures == 0 ? null : Failures * 100 / (SignIns + Failures);

    public bool TooManyFail => Failures >= FewestFailures && FailureRate > HighestFailureRate;

    /// <summary>More than twice as many were locked as usual.</summary>
    public bool TooManyAreLocked(Figures usual)
    {
        ArgumentNullException.ThrowIfNull(usual);
        return Lockouts >= FewestLockouts && Lockouts > 2 * usual.Lockouts;
    }

    public static Figures operator +(Figures one, Figures other) => new(one.SignIns + other.SignIns, one.Failures + other.Failures,
        one.Lockouts + other.Lockouts, one.Resets + other.Resets);

    public static Figures Add(Figures left, Figures right) => left + right;
}

/// <summary>An hour of today beside the same one of the same day a week ago.</summary>
/// <param name="Hour">Its beginning.</param>
/// <param name="IsAhead">It has not begun.</param>
public sealed record HourFigures(DateTimeOffset Hour, Figures Today, Figures WeekAgo, bool IsAhead);
