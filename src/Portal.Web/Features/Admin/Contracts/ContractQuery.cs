using Portal.Rules.Provisioning;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Contracts;

/// <summary>The states by which contracts are looked at.</summary>
public enum ContractView
{
    All,
    Active,
    Suspended,
}

/// <summary>Which contracts are looked at, as it stands in the address.</summary>
public sealed class ContractQuery : ListInput
{
    public string? Tenant { get; set; }

    public string? View { get; set; }

    public string? Q { get; set; }

    /// <summary>With an option that stands so on its way into the network.</summary>
    public string? Network { get; set; }

    /// <summary>What is not understood is no condition (IV-09).</summary>
    public ProvisioningState? AskedNetwork =>
        Enum.GetNames<ProvisioningState>().Contains(Network) ? Enum.Parse<ProvisioningState>(Network!) : null;

    public string Text => Given(Q) ?? "";

    /// <summary>What is not understood is all of them (IV-09).</summary>
    public ContractView Preset => Enum.GetValues<ContractView>().FirstOrDefault(view => Key(view) == View);

    public string Order => ContractList.Orders.Of(Sort);

    /// <summary>What the audit log keeps of an export.</summary>
    public object Facts => new
    {
        tenant = Given(Tenant),
        q = Given(Q),
        state = Preset == ContractView.All ? null : Preset.ToString(),
        network = AskedNetwork?.ToString(),
    };

    public static string Key(ContractView view) => view.ToString().ToLowerInvariant();
}
