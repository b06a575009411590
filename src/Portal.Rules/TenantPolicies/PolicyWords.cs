namespace Portal.Rules.TenantPolicies;

/// <summary>A list of words as one value of a policy.</summary>
public static class PolicyWords
{
    /// <summary>The words; none where the profile has no such value.</summary>
    /// <param name="value">Words with commas.</param>
    public static IReadOnlyList<string> Of(string? value) => value is null ? [] : value.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
