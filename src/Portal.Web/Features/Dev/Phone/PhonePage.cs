using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Dev.Phone;

/// <param name="Callers">The telephones that a visitor may pick up.</param>
/// <param name="From">The one that was picked up.</param>
/// <param name="Call">The call that goes on, or has just ended.</param>
/// <param name="State">The same, sealed, for the next form.</param>
/// <param name="Keys">Keyed in and not yet sent.</param>
public sealed record PhonePage(IReadOnlyList<Choice> Callers, string? From, SimulatedCall? Call, string? State, string Keys)
{
    public static IReadOnlyList<string> Keypad { get; } = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

    public bool IsTalking => Call is { IsOver: false };
}

/// <summary>Names the texts beside it.</summary>
public sealed class PhoneText;
