namespace Portal.Rules.Provisioning;

/// <summary>
/// Versions are handed over in order, so news of an old one says little: a later one is on its way behind it.
/// </summary>
public static class ProvisioningRules
{
    /// <summary>Where the setting is after that.</summary>
    /// <param name="news">What became of it.</param>
    /// <param name="version">Of the setting that was told.</param>
    /// <param name="wanted">The version that is saved now.</param>
    /// <param name="applied">The latest that the network has accepted.</param>
    /// <param name="present">Where it is now: one that failed is not on its way again because an older one is.</param>
    public static ProvisioningState After(ProvisioningNews news, int version, int wanted, int applied,
        ProvisioningState present) => news switch
        {
            _ when applied >= wanted => ProvisioningState.Applied,
            _ when version < wanted && present == ProvisioningState.Failed => ProvisioningState.Failed,
            ProvisioningNews.Accepted when version >= wanted => ProvisioningState.Applied,
            ProvisioningNews.WillBeTriedAgain => ProvisioningState.Retrying,
            ProvisioningNews.Abandoned when version >= wanted => ProvisioningState.Failed,
            _ => ProvisioningState.Applying,
        };
}
