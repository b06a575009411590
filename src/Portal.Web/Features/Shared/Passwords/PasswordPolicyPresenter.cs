using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Passwords;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Shared.Passwords;

/// <summary>One policy object drives checklist, generator hint and error texts; this puts it into words.</summary>
public sealed class PasswordPolicyPresenter(IStringLocalizer<PasswordPolicyText> text)
{
    private const string TooWeak = "TooWeak";

    public IReadOnlyList<PolicyItem> Checklist(PasswordPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. policy.Describe().Select(rule => new PolicyItem(text["Rule." + rule.Key, [.. rule.Arguments]], rule.ClientTest, null))];
    }

    /// <summary>Every broken rule at once, next to the field (PASS-2).</summary>
    public void Report(ModelStateDictionary state, string field, IReadOnlyList<PasswordViolation> violations)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(violations);
        foreach (var violation in violations.Where(violation => violation.Key != TooWeak || !violations.Any(IsWhy)))
        {
            state.AddModelError(field, text["Broken." + Words(violation), [.. violation.Arguments]]);
        }
    }

    /// <summary>Where no symbols are allowed, none are named.</summary>
    private static string Words(PasswordViolation violation) =>
        violation is { Key: "CharacterNotAllowed" or "FullWidthCharacter", Arguments: [""] }
            ? violation.Key + ".LettersAndDigits"
            : violation.Key;

    /// <summary>What makes a password easy to guess, and says more than that it is.</summary>
    private static bool IsWhy(PasswordViolation violation) => violation.Key is "Common" or "DictionaryWord" or "Repeated" or "Sequential";

    /// <param name="score">The estimator's 0 to 4.</param>
    public string Strength(int score) => text[$"Strength.{score}"];
}
