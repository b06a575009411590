namespace Portal.Rules.Provisioning;

/// <summary>What became of one version of a setting at the network.</summary>
public enum ProvisioningNews
{
    /// <summary>The network has taken it.</summary>
    Accepted,

    /// <summary>This try failed.</summary>
    WillBeTriedAgain,

    /// <summary>By staff: all tries begin anew.</summary>
    Begun,

    /// <summary>There will be no further try.</summary>
    Abandoned,
}
