namespace Portal.Rules.TenantPolicies;

/// <summary>In which direction a value of a policy is stronger.</summary>
public abstract record Strength
{
    private Strength()
    {
    }

    /// <summary>Whether one value protects less than another.</summary>
    /// <param name="value">As the profile has it: a number, "true", words with commas; null where it has none.</param>
    /// <param name="other">Likewise.</param>
    public abstract bool IsWeaker(string? value, string? other);

    /// <param name="IsMore">More is stronger; else less is.</param>
    /// <param name="Absent">What it comes to where the profile has none.</param>
    public sealed record Number(bool IsMore, int Absent) : Strength
    {
        /// <inheritdoc/>
        public override bool IsWeaker(string? value, string? other) => IsMore ? Of(value) < Of(other) : Of(value) > Of(other);

        private int Of(string? value) => value is null ? Absent : int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <param name="Order">From the weakest on.</param>
    public sealed record Steps(params IReadOnlyList<string> Order) : Strength
    {
        /// <inheritdoc/>
        public override bool IsWeaker(string? value, string? other) => At(value) < At(other);

        private int At(string? word) => word is null ? 0 : Order.ToList().IndexOf(word);
    }

    /// <summary>Each word is a protection: without one that was there it is weaker.</summary>
    public sealed record Protections : Strength
    {
        /// <inheritdoc/>
        public override bool IsWeaker(string? value, string? other) => PolicyWords.Of(other).Except(PolicyWords.Of(value)).Any();
    }

    /// <summary>Each word is a way in: with one more it is weaker.</summary>
    /// <param name="Harmless">Ways as strong as any other.</param>
    public sealed record Ways(params IReadOnlyList<string> Harmless) : Strength
    {
        /// <inheritdoc/>
        public override bool IsWeaker(string? value, string? other) =>
            PolicyWords.Of(value).Except(PolicyWords.Of(other)).Except(Harmless).Any();
    }
}
