namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>A value of a profile that the staff changes on a page.</summary>
/// <param name="Path">In the profile, such as "password.minimumLength".</param>
public abstract record PolicyField(string Path)
{
    public string Group => In ?? Path.Split('.')[0];

    /// <summary>Its group, where that is not the first part of its path.</summary>
    public string? In { get; init; }

    /// <summary>Its name within the group.</summary>
    public string Key => Path.Split('.')[^1];

    /// <summary>Its name in the form.</summary>
    public virtual string Name => $"Values[{Key}]";

    /// <param name="Required">Else nothing may be typed, and the profile has no such value.</param>
    public sealed record Number(string Path, int Least, int Most, bool Required = true) : PolicyField(Path);

    public sealed record Choice(string Path, params IReadOnlyList<string> Words) : PolicyField(Path);

    /// <summary>Signs beside each other; none may be typed.</summary>
    public sealed record Signs(string Path, int Most) : PolicyField(Path);

    /// <summary>One line in people's own words; none may be typed.</summary>
    public sealed record Line(string Path, int Most) : PolicyField(Path);

    /// <summary>A time of day, as "9:00".</summary>
    public sealed record Clock(string Path) : PolicyField(Path);

    /// <summary>Days of the year, one a line.</summary>
    public sealed record Days(string Path, int Most) : PolicyField(Path);

    /// <summary>Response targets, each a line of parts (see <see cref="TargetLines"/>).</summary>
    public sealed record Targets(string Path) : PolicyField(Path);

    /// <summary>Any of these words; the form has a list of that name.</summary>
    public sealed record List(string Path, IReadOnlyList<string> Words) : PolicyField(Path)
    {
        public override string Name => string.Concat(char.ToUpperInvariant(Key[0]).ToString(), Key.AsSpan(1));
    }
}
