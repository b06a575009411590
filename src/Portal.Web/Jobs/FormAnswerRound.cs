using Portal.Web.Domain.Submissions;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>
/// Erases the answers that forms were given, minutes after: they carry cookies and secrets that are shown once
/// (SAFE-2).
/// </summary>
public sealed class FormAnswerRound(TenantWork work, TenantCatalog catalog, ILogger<FormAnswerRound> log)
    : TenantRounds(work, catalog, log)
{
    public override TimeSpan Interval => TimeSpan.FromMinutes(1);

    public override string Name => "form-answers";

    protected override bool ComesToStaff => true;

    // A tenant that is switched off keeps no secret longer than others (ML-06).
    protected override bool ComesToSuspended => true;

    protected override bool ComesInPieces => true;

    protected override Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<FormAnswers>().EraseAsync(cancellationToken);
}
