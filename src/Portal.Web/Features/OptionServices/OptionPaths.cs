using Portal.Rules.OptionServices;

namespace Portal.Web.Features.OptionServices;

/// <summary>Numbers stand in addresses as their national digits.</summary>
public static class OptionPaths
{
    public const string Index = "~/options";

    public static string Number(string digits) => $"~/options/{digits}";

    public static string States(string digits) => $"~/options/{digits}/states";

    public static string Call(string digits) => $"~/options/{digits}/call";

    public static string Edit(string digits, OptionService service) => $"~/options/{digits}/" + service switch
    {
        OptionService.Forwarding => "forwarding",
        OptionService.Voicemail => "voicemail",
        OptionService.AnonymousRejection => "anonymous-rejection",
        OptionService.ClickToDial => "click-to-dial",
        _ => throw new ArgumentOutOfRangeException(nameof(service)),
    };
}
