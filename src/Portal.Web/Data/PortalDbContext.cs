using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Rules.Text;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Keysets;

namespace Portal.Web.Data;

/// <summary>The one model. Its two derived contexts differ in provider, key collation and migrations only.</summary>
/// <remarks>
/// Requests borrow theirs from a pool, so everything that belongs to one unit of work is given to it by
/// <see cref="Serve"/>; until then it sees no tenant.
/// </remarks>
public abstract class PortalDbContext(DbContextOptions options) : DbContext(options)
{
    private TimeProvider clock = TimeProvider.System;

    /// <summary>Name of the query filter that confines rows to the current tenant.</summary>
    public const string TenantFilter = "tenant";

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<TenantLogo> TenantLogos => Set<TenantLogo>();

    public DbSet<ProfileVersion> ProfileVersions => Set<ProfileVersion>();

    public DbSet<Holder> Holders => Set<Holder>();

    public DbSet<Contract> Contracts => Set<Contract>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<ContractLine> ContractLines => Set<ContractLine>();

    public DbSet<LineNumber> LineNumbers => Set<LineNumber>();

    public DbSet<PhoneCall> PhoneCalls => Set<PhoneCall>();

    public DbSet<OptionSetting> OptionSettings => Set<OptionSetting>();

    public DbSet<PortalUser> Users => Set<PortalUser>();

    public DbSet<StaffAssignment> StaffAssignments => Set<StaffAssignment>();

    public DbSet<ApprovalRequest> ApprovalRequests => Set<ApprovalRequest>();

    public DbSet<FormerPassword> FormerPasswords => Set<FormerPassword>();

    public DbSet<SignInState> SignInStates => Set<SignInState>();

    public DbSet<TemporaryPassword> TemporaryPasswords => Set<TemporaryPassword>();

    public DbSet<RecoveryRequest> RecoveryRequests => Set<RecoveryRequest>();

    public DbSet<RecoveryRow> Recoveries => Set<RecoveryRow>();

    public DbSet<AddressWindow> AddressWindows => Set<AddressWindow>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();

    public DbSet<CodeFailureRow> CodeFailures => Set<CodeFailureRow>();

    public DbSet<AdministratorLink> AdministratorLinks => Set<AdministratorLink>();

    public DbSet<ActingRow> ActingRows => Set<ActingRow>();

    public DbSet<ConsentRow> Consents => Set<ConsentRow>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<AuditLeaf> AuditLeaves => Set<AuditLeaf>();

    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<CaughtMail> CaughtMails => Set<CaughtMail>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<FormUse> FormUses => Set<FormUse>();

    public DbSet<FormAnswer> FormAnswers => Set<FormAnswer>();

    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();

    public DbSet<AuthenticatorApp> AuthenticatorApps => Set<AuthenticatorApp>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<PasskeyCeremony> PasskeyCeremonies => Set<PasskeyCeremony>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<TrustedBrowser> TrustedBrowsers => Set<TrustedBrowser>();

    public DbSet<SecurityLink> SecurityLinks => Set<SecurityLink>();

    public DbSet<EmailChange> EmailChanges => Set<EmailChange>();

    public DbSet<ExportJob> ExportJobs => Set<ExportJob>();

    public DbSet<ExportChunk> ExportChunks => Set<ExportChunk>();

    public DbSet<ImportJob> ImportJobs => Set<ImportJob>();

    public DbSet<ImportPart> ImportParts => Set<ImportPart>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<StoredFileChunk> StoredFileChunks => Set<StoredFileChunk>();

    public DbSet<UserPicture> UserPictures => Set<UserPicture>();

    public DbSet<Setback> Setbacks => Set<Setback>();

    public DbSet<SupportCase> Cases => Set<SupportCase>();

    public DbSet<CaseEntry> CaseEntries => Set<CaseEntry>();

    public DbSet<CaseFollower> CaseFollowers => Set<CaseFollower>();

    public DbSet<CaseViewer> CaseViewers => Set<CaseViewer>();

    public DbSet<CaseReading> CaseReadings => Set<CaseReading>();

    public DbSet<CaseDigestItem> CaseDigestItems => Set<CaseDigestItem>();

    public DbSet<CannedAnswer> CannedAnswers => Set<CannedAnswer>();

    public DbSet<SavedCaseFilter> SavedCaseFilters => Set<SavedCaseFilter>();

    public DbSet<DeliveryTemplate> DeliveryTemplates => Set<DeliveryTemplate>();

    public DbSet<RentalItem> RentalItems => Set<RentalItem>();

    public DbSet<ItemPicture> ItemPictures => Set<ItemPicture>();

    public DbSet<ItemPrice> ItemPrices => Set<ItemPrice>();

    public DbSet<BasketLine> BasketLines => Set<BasketLine>();

    public DbSet<RentalOrder> RentalOrders => Set<RentalOrder>();

    public DbSet<RentalOrderLine> RentalOrderLines => Set<RentalOrderLine>();

    public DbSet<OrderDocument> OrderDocuments => Set<OrderDocument>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<AnnouncementReading> AnnouncementReadings => Set<AnnouncementReading>();

    public DbSet<KnowledgeBase> KnowledgeBases => Set<KnowledgeBase>();

    public DbSet<KnowledgeCategory> KnowledgeCategories => Set<KnowledgeCategory>();

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticleVersion> ArticleVersions => Set<ArticleVersion>();

    public DbSet<ArticleOpening> ArticleOpenings => Set<ArticleOpening>();

    public DbSet<ArticleReading> ArticleReadings => Set<ArticleReading>();

    public DbSet<ContractOption> ContractOptions => Set<ContractOption>();

    public DbSet<PointPeriod> PointPeriods => Set<PointPeriod>();

    public DbSet<PointEntry> PointEntries => Set<PointEntry>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<WorkItemVersion> WorkItemVersions => Set<WorkItemVersion>();

    public DbSet<WorkRequest> WorkRequests => Set<WorkRequest>();

    public TenantScope Scope { get; private set; } = new();

    /// <summary>Events recorded since the transaction began; hooks read them just before commit.</summary>
    public IList<AuditEvent> RecordedEvents { get; } = [];

    /// <summary>Entries of cases added since the transaction began; likewise.</summary>
    public IList<CaseEntry> AddedCaseEntries { get; } = [];

    /// <summary>Links made since the transaction began, with the tokens that only their mails will know.</summary>
    public IList<IssuedLink> IssuedLinks { get; } = [];

    /// <summary>The scope that the running transaction has been told; null when it has been told nothing.</summary>
    internal string? AppliedScope { get; set; }

    /// <summary>A unit of work is open; its transaction may not have begun yet.</summary>
    internal bool IsInUnit { get; set; }

    /// <summary>
    /// Whether what a unit only reads needs no transaction; without, it begins its transaction before anything else.
    /// </summary>
    protected abstract bool ReadsWithoutTransaction { get; }

    /// <summary>
    /// Collation that compares keys byte by byte, so that both databases agree on what is the same key (IV-04).
    /// </summary>
    protected abstract string KeyCollation { get; }

    /// <summary>What the filters of tenants' tables compare with.</summary>
    internal Guid CurrentTenant => Scope.Current;

    /// <summary>For one scope of services from now on.</summary>
    internal void Serve(TenantScope scope, TimeProvider time) => (Scope, clock) = (scope, time);

    /// <summary>It may go back to the pool, and knows nobody there.</summary>
    public override void Dispose()
    {
        Forget();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose"/>
    public override ValueTask DisposeAsync()
    {
        Forget();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    /// <summary>Opens a unit of work, whose transaction begins when it is needed.</summary>
    internal async Task<UnitTransaction> OpenUnitAsync(bool atOnce, CancellationToken cancellationToken)
    {
        var unit = new UnitTransaction(this);
        if (atOnce || !ReadsWithoutTransaction)
        {
            await BeginInUnitAsync(cancellationToken);
        }

        return unit;
    }

    /// <summary>The running transaction; that of the open unit begins here where it has not yet.</summary>
    /// <exception cref="InvalidOperationException">There is neither.</exception>
    internal async ValueTask<IDbContextTransaction> TransactionAsync(CancellationToken cancellationToken = default)
    {
        await BeginInUnitAsync(cancellationToken);
        return Database.CurrentTransaction ?? throw new InvalidOperationException("There is no transaction.");
    }

    /// <summary>Begins that of the open unit; outside of one, does nothing.</summary>
    internal Task BeginInUnitAsync(CancellationToken cancellationToken) =>
        IsInUnit && Database.CurrentTransaction is null ? Database.BeginTransactionAsync(cancellationToken) : Task.CompletedTask;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Stamp();
        if (IsInUnit && !ChangeTracker.HasChanges())
        {
            return 0;
        }

        await BeginInUnitAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously.");

    /// <summary>What is the same for every context.</summary>
    protected static void Prepare(DbContextOptionsBuilder options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddInterceptors(StorableParameters.Instance, FixedLimits.Instance);
        KeptDelegates.Use(options);
        options.ConfigureWarnings(warnings =>
            warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning,
                CoreEventId.RowLimitingOperationWithoutOrderByWarning)); // counting up to a limit needs no order
    }

    /// <summary>Whether the options hold that already: those of a pool may not be changed by a context.</summary>
    protected static bool IsPrepared(DbContextOptionsBuilder options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Options.FindExtension<CoreOptionsExtension>()?.Interceptors?.Contains(StorableParameters.Instance) == true;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        Configurations.AttributeConventions.Remove(configurationBuilder.Conventions);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<string>().HaveMaxLength(256);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        Configurations.EveryConfiguration.ApplyTo(modelBuilder);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(TenantFilters.Confines).ToList())
        {
            modelBuilder.Entity(type).HasQueryFilter(TenantFilter, TenantFilters.Of(type));
        }

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => property.FindAnnotation(Configurations.KeyText.Annotation) is not null))
        {
            property.SetCollation(KeyCollation);
        }
    }

    private void Forget()
    {
        (Scope, AppliedScope, IsInUnit) = (new TenantScope(), null, false);
        ForgetRecorded();
    }

    /// <summary>At the end of a unit of work, or where nobody is to be told of what it did.</summary>
    internal void ForgetRecorded()
    {
        RecordedEvents.Clear();
        AddedCaseEntries.Clear();
        IssuedLinks.Clear();
    }

    /// <summary>
    /// What each row gets before it is stored. Changes are looked for once: every question for entries would look
    /// again, through all that is tracked.
    /// </summary>
    private void Stamp()
    {
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (!ChangeTracker.Entries().Any())
            {
                return;
            }

            if (looks)
            {
                ChangeTracker.DetectChanges();
            }

            StampTenants();
            StampVersions();
            StampSearchKeys();
            NoteCaseEntries();
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    private void NoteCaseEntries()
    {
        foreach (var entry in ChangeTracker.Entries<CaseEntry>().Where(entry => entry.State == EntityState.Added))
        {
            AddedCaseEntries.Add(entry.Entity);
        }
    }

    private void StampTenants()
    {
        foreach (var entry in ChangeTracker.Entries<ITenantOwned>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry.State == EntityState.Added && entry.Entity.TenantId == Guid.Empty)
            {
                entry.Entity.TenantId = Scope.Current;
            }

            if (entry.Entity.TenantId == Guid.Empty || !Scope.Visible.Contains(entry.Entity.TenantId))
            {
                throw new InvalidOperationException($"{entry.Metadata.DisplayName()} of another tenant.");
            }
        }
    }

    private void StampVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            entry.Entity.Version++;
            entry.Entity.ChangedAt = clock.GetUtcNow();
        }
    }

    private void StampSearchKeys()
    {
        foreach (var entry in ChangeTracker.Entries<PortalUser>().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            entry.Entity.SearchKey = SearchText.Of(entry.Entity);
        }

        // What a case says never changes, and what is internal has no key that anybody could find it by.
        foreach (var entry in ChangeTracker.Entries<SupportCase>().Where(entry => entry.State == EntityState.Added))
        {
            entry.Entity.SubjectKey = CanonicalText.SearchKey(entry.Entity.Subject);
        }

        foreach (var entry in ChangeTracker.Entries<CaseEntry>().Where(entry => entry.State == EntityState.Added))
        {
            entry.Entity.SearchKey = entry.Entity is { IsInternal: false, Source: { } said } ? CanonicalText.SearchKey(said) : null;
        }

        foreach (var entry in ChangeTracker.Entries<RentalItem>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            entry.Entity.SearchKey = SearchText.Of(entry.Entity);
        }

        foreach (var entry in ChangeTracker.Entries<RentalOrder>().Where(entry => entry.State == EntityState.Added))
        {
            entry.Entity.SearchKey = SearchText.Of(entry.Entity);
        }

        foreach (var entry in ChangeTracker.Entries<WorkRequest>().Where(entry => entry.State == EntityState.Added))
        {
            entry.Entity.SearchKey = SearchText.Of(entry.Entity);
        }

        foreach (var entry in ChangeTracker.Entries<ArticleVersion>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            entry.Entity.TitleKey = CanonicalText.SearchKey(entry.Entity.Title);
            entry.Entity.TextKey = CanonicalText.SearchKey(entry.Entity.Plain);
        }
    }
}
