using Microsoft.Extensions.Localization;
using Portal.Rules.OptionServices;
using Portal.Rules.Provisioning;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.OptionServices;

/// <summary>What option services and the states of their settings are called, and how they look.</summary>
public sealed class SettingWords(IStringLocalizer<SettingText> text)
{
    public string Service(OptionService service) => text["Service." + service];

    public ListTag State(ProvisioningState state) => new(text["State." + state], state switch
    {
        ProvisioningState.Applying => "info",
        ProvisioningState.Applied => "success",
        ProvisioningState.Retrying => "warning",
        ProvisioningState.Failed => "error",
        _ => "neutral",
    });
}
