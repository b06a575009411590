using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Portal.Rules.Audit;
using Portal.Web.Data.Keys;

namespace Portal.Web.Audit.Heads;

/// <summary>Signs heads: HMAC-SHA-256 with the key of the settings, or else with one of the deployment's.</summary>
public sealed class HeadSigner(IOptions<HeadOptions> options, DeploymentKey deployment)
{
    private const string Purpose = "Portal.Audit.Heads";

    public byte[] Sign(ChainHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return HMACSHA256.HashData(Key, head.Canonical());
    }

    public bool IsOf(ChainHead head, byte[] signature) => CryptographicOperations.FixedTimeEquals(Sign(head), signature);

    private byte[] Key => options.Value.KeyBytes ?? Convert.FromHexString(deployment.Fingerprint(Purpose, "", 64));
}
