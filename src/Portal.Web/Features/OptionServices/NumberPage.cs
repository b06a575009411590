using Portal.Rules.OptionServices;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Domain.Telephony;

namespace Portal.Web.Features.OptionServices;

/// <summary>A number with all its services.</summary>
/// <param name="IsOneOfSeveral">There is a list to go back to.</param>
public sealed record NumberPage(NumberOptions Options, bool IsOneOfSeveral)
{
    public static IReadOnlyList<OptionService> Services { get; } = Enum.GetValues<OptionService>();

    public string Digits => E164.National(Options.Number.Number);

    public DialSettings Dial => (DialSettings)Options.Settings(OptionService.ClickToDial);
}
