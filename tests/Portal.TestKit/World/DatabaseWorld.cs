using Portal.TestKit.Databases;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

/// <summary>
/// What is stored beneath an application, by domain. Tests say here what they mean; which columns that takes, the
/// application's own model says, so that a changed column is no matter of theirs.
/// </summary>
public sealed class DatabaseWorld(PostgresDatabase database, TimeProvider clock)
{
    private readonly WorldSource source = new(database, clock);

    public StoredAccounts Accounts => new(source);

    public StoredLocks Locks => new(source);

    public StoredSessions Sessions => new(source);

    public StoredTemporaryPasswords TemporaryPasswords => new(source);

    public StoredLinks Links => new(source);

    public StoredRecoveries Recoveries => new(source);

    public OwnedRows<EmailChange> AddressChanges => new(source);

    public OwnedRows<AuthenticatorApp> AuthenticatorApps => new(source);

    public OwnedRows<UserPicture> Pictures => new(source);

    /// <summary>Wrong codes.</summary>
    public OwnedRows<CodeFailureRow> CodeFailures => new(source);

    /// <summary>Sign-ins between the password and the second factor.</summary>
    public OwnedRows<SignInAttempt> SignInAttempts => new(source);

    /// <summary>Failures from one network address.</summary>
    public StoredRows<AddressWindow> AddressWindows => new(source);

    /// <summary>Linked managers and their administrator IDs.</summary>
    public OwnedRows<AdministratorLink> AdministratorLinks => new(source, nameof(AdministratorLink.ManagerId));

    /// <summary>Contracts that people work for beside their own.</summary>
    public StoredMemberships Memberships => new(source);

    /// <summary>Who works in whose place.</summary>
    public OwnedRows<ActingRow> ActingRows => new(source, nameof(ActingRow.RealUserId));

    public OwnedRows<ConsentRow> Consents => new(source);

    public AuditTrail Audit => new(source);

    /// <summary>Places of events in the chain of their log.</summary>
    public StoredRows<AuditLeaf> AuditLeaves => new(source);

    public StoredRows<AuditSeal> AuditSeals => new(source);

    public StoredMails Mails => new(source);

    public StoredExports Exports => new(source);

    /// <summary>Files that people sent.</summary>
    public OwnedRows<StoredFile> Files => new(source, nameof(StoredFile.UploaderId));

    /// <summary>Their contents, where they lie in the database.</summary>
    public StoredRows<StoredFileChunk> FileChunks => new(source);

    /// <summary>Work that failed and is tried again, or not.</summary>
    public StoredRows<Setback> Setbacks => new(source);

    /// <summary>Quotes, orders and cancellations.</summary>
    public StoredRows<RentalOrder> Orders => new(source);

    public StoredRows<RentalOrderLine> OrderLines => new(source);

    public StoredRows<OrderDocument> OrderDocuments => new(source);

    public StoredRows<DeliveryTemplate> DeliveryTemplates => new(source);

    public StoredRows<RentalItem> RentalItems => new(source);

    public StoredRows<ItemPicture> ItemPictures => new(source);

    public StoredRows<TenantLogo> TenantLogos => new(source);

    public StoredRows<ItemPrice> ItemPrices => new(source);

    public OwnedRows<BasketLine> BasketLines => new(source);

    public StoredTenants Tenants => new(source);

    public StoredContracts Contracts => new(source);

    public StoredRows<ContractLine> ContractLines => new(source);

    public StoredRows<LineNumber> LineNumbers => new(source);

    public StoredRows<PhoneCall> PhoneCalls => new(source);

    public StoredCases Cases => new(source);

    public StoredRows<CaseEntry> CaseEntries => new(source);

    public StoredRows<CaseFollower> CaseFollowers => new(source);

    /// <summary>What waits for a digest.</summary>
    public StoredRows<CaseDigestItem> CaseDigestItems => new(source);

    public StoredRows<CannedAnswer> CannedAnswers => new(source);

    public StoredRows<SavedCaseFilter> SavedCaseFilters => new(source);

    public StoredRows<Announcement> Announcements => new(source);

    public OwnedRows<AnnouncementReading> AnnouncementReadings => new(source);

    public StoredRows<Article> Articles => new(source);

    public StoredRows<ArticleVersion> ArticleVersions => new(source);

    public StoredRows<ApprovalRequest> Approvals => new(source);
    public StoredRows<ProfileVersion> ProfileVersions => new(source);

    public StoredRows<PointPeriod> PointPeriods => new(source);

    public StoredPoints PointEntries => new(source);

    public StoredRows<ImportJob> ImportJobs => new(source);

    public StoredRows<ImportPart> ImportParts => new(source);

    public StoredRows<WorkItem> WorkItems => new(source);

    public StoredRows<WorkItemVersion> WorkItemVersions => new(source);

    public StoredRows<WorkRequest> WorkRequests => new(source);

    public StoredRows<ContractOption> ContractOptions => new(source);

    public StoredRows<Holder> Holders => new(source);

    /// <summary>Which tenants the staff look after.</summary>
    public StoredRows<StaffAssignment> StaffAssignments => new(source);

    /// <summary>What was typed when a session ended.</summary>
    public StoredRows<FormDraft> Drafts => new(source);

    public StoredRows<DataProtectionKey> Keys => new(source);

    /// <summary>Every row of every table, as text: where nothing may be found.</summary>
    public async Task<string> EverythingAsync() => await database.ReadAsync<string>($"""
        SELECT string_agg(query_to_xml(format('TABLE %I', tablename), true, false, '')::text, ' ')
        FROM pg_tables WHERE schemaname = 'public'
        """) ?? "";
}
