using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Telephony;

/// <summary>The way in for posts of a voice provider: into the tenant, prepared, then in one transaction.</summary>
public sealed class VoiceLine(TenantWork work)
{
    /// <summary>As who calls act; histories show it.</summary>
    public const string Actor = "telephone";

    private const int Tries = 3;

    /// <exception cref="TooBusyException">Too much is going on; the provider asks again.</exception>
    public async Task<VoiceOutcome> AnswerAsync(PortalTenant tenant, VoicePost post, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await work.RunAsync(tenant, WorkActor.System(Actor),
                services => services.GetRequiredService<CallPreparation>().PrepareAsync(post),
                (services, prepared) => services.GetRequiredService<CallService>().AnswerAsync(post, prepared), cancellationToken)
                is { } outcome)
            {
                return outcome;
            }
        }

        throw new TooBusyException("The call changes faster than it is answered.");
    }
}
