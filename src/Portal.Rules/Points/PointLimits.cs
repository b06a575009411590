namespace Portal.Rules.Points;

/// <summary>Bounds of points.</summary>
public static class PointLimits
{
    /// <summary>What one entry moves.</summary>
    public const int Amount = 1_000_000;

    /// <summary>What one period is given in all: far from where whole numbers end.</summary>
    public const int Period = 100_000_000;

    /// <summary>What an entry is about, in code points.</summary>
    public const int What = 120;

    /// <summary>How long a period lasts, in days: ten years.</summary>
    public const int Days = 3_653;
}
