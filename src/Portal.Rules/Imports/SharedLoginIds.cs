namespace Portal.Rules.Imports;

/// <summary>
/// Where the people of a contract share one login ID, each contract has one and each login ID is one contract's
/// (USER-1, AZ-22): who comes first decides.
/// </summary>
public sealed class SharedLoginIds
{
    private readonly Dictionary<string, string> contracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Key, string LoginId)> ids = new(StringComparer.Ordinal);

    /// <summary>Somebody of this login ID belongs to that contract.</summary>
    /// <param name="key">The login ID as it is compared.</param>
    /// <param name="loginId">The login ID as it is written.</param>
    /// <param name="contract">The contract's number.</param>
    /// <returns>Why not, with what is there instead; null where the two go together.</returns>
    public (ImportFault Fault, string Is)? Join(string key, string loginId, string contract)
    {
        if (contracts.TryGetValue(key, out var home) && home != contract)
        {
            return (ImportFault.LoginIdElsewhere, home);
        }

        if (ids.TryGetValue(contract, out var shared) && shared.Key != key)
        {
            return (ImportFault.OtherLoginId, shared.LoginId);
        }

        contracts[key] = contract;
        ids.TryAdd(contract, (key, loginId));
        return null;
    }
}
