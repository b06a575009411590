namespace Portal.Rules.Provisioning;

/// <summary>Where a saved setting is on its way into the network (OPT-3).</summary>
public enum ProvisioningState
{
    /// <summary>Kept here; no network is connected.</summary>
    Kept,

    /// <summary>Handed over, or about to be.</summary>
    Applying,

    /// <summary>The network has it.</summary>
    Applied,

    /// <summary>A try failed; there will be another.</summary>
    Retrying,

    /// <summary>Every try failed, or it was given up: somebody must look.</summary>
    Failed,
}
