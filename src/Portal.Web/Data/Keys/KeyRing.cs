using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Portal.Web.Data.Starting;

namespace Portal.Web.Data.Keys;

/// <summary>
/// Makes the first key under a lock, so that nodes that start together on an empty ring end with one key that each of
/// them knows (FP-03, F16).
/// </summary>
public sealed class KeyRing(StartLock turn, IKeyManager keys, IDataProtectionProvider protection, DeploymentKey deployment)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    public Task EnsureAsync(CancellationToken cancellationToken) => turn.RunAsync(
        () =>
        {
            var now = TimeProvider.System.GetUtcNow();
            if (!keys.GetAllKeys().Any(key => !key.IsRevoked && key.ActivationDate <= now && key.ExpirationDate > now))
            {
                keys.CreateNewKey(now, now + Life);
            }

            // Reads the ring now, not in the first user's request.
            protection.CreateProtector("Portal.Start").Protect([]);
            deployment.Prepare();
            return Task.CompletedTask;
        },
        cancellationToken);
}
