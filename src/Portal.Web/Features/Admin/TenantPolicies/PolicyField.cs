namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>A value of a profile that the staff changes on a page.</summary>
/// <param name="Path">In the profile, such as "password.minimumLength".</param>
public abstract record PolicyField(string Path)
{
    public string Group => Path.Split('.')[0];

    /// <summary>Its name within the group.</summary>
    public string Key => Path.Split('.')[^1];

    /// <summary>Its name in the form.</summary>
    public virtual string Name => $"Values[{Key}]";

    /// <param name="Required">Else nothing may be typed, and the profile has no such value.</param>
    public sealed record Number(string Path, int Least, int Most, bool Required = true) : PolicyField(Path);

    public sealed record Choice(string Path, params IReadOnlyList<string> Words) : PolicyField(Path);

    /// <summary>Any of these words; the form has a list of that name.</summary>
    public sealed record List(string Path, IReadOnlyList<string> Words) : PolicyField(Path)
    {
        public override string Name => string.Concat(char.ToUpperInvariant(Key[0]).ToString(), Key.AsSpan(1));
    }
}
