using System.Globalization;
using Portal.Rules.Text;

namespace Portal.Rules.Passwords.Checks;

/// <summary>From so many to so many code points (IV-06).</summary>
/// <param name="Minimum">Fewest; 1 or more.</param>
/// <param name="Maximum">Most; above <see cref="PasswordLimits.HardCap"/> it is that.</param>
public sealed record Length(int Minimum, int Maximum) : PasswordRule
{
    /// <summary>Most code points; never above <see cref="PasswordLimits.HardCap"/>.</summary>
    public int Maximum { get; } = Math.Min(Maximum, PasswordLimits.HardCap);

    /// <inheritdoc/>
    public override string? AttributePart => string.Create(CultureInfo.InvariantCulture, $"minlength: {Minimum}; maxlength: {Maximum}");

    /// <inheritdoc/>
    public override PasswordViolation? Check(PasswordFacts facts)
    {
        var length = CodePoints.Count(facts.Candidate);
        return length < Minimum ? new("TooShort", [Minimum, length])
            : length > Maximum ? new("TooLong", [Maximum, length])
            : null;
    }

    /// <inheritdoc/>
    public override RuleDescription Describe() =>
        new("Length", [Minimum, Maximum], string.Create(CultureInfo.InvariantCulture, $"length:{Minimum}-{Maximum}"));
}
