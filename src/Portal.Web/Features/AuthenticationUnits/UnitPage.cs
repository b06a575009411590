using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Telephony;
using Portal.Web.Domain.AuthenticationUnits;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.AuthenticationUnits;

public sealed class UnitPage
{
    public AuthenticationUnit? To { get; set; }

    /// <summary>In the order in which the numbers are asked.</summary>
    public IList<string?> Passwords { get; set; } = [];

    /// <summary>Null where the contract has no unit.</summary>
    [BindNever]
    public UnitView? View { get; set; }

    [BindNever]
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    public bool MayChange => View is { Asked.Count: > 0 };
}

/// <param name="Number">Whose settings they are.</param>
/// <param name="Before">With what they are reached now.</param>
/// <param name="After">With what they are reached from then on.</param>
public sealed record UnitRow(string Number, string Before, string After);

/// <param name="Token">Proof of the passwords.</param>
/// <param name="SignedOut">What is signed in now, where it will not be any more; else null.</param>
public sealed record UnitConfirmPage(UnitView View, AuthenticationUnit To, string Token, IReadOnlyList<UnitRow> Rows, string? SignedOut);
