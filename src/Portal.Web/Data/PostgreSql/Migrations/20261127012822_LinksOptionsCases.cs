using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class LinksOptionsCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "MasterKey",
                table: "Users",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "LinkingById",
                table: "SignInAttempts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CaseVisibility",
                table: "Contracts",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Everybody");

            migrationBuilder.AddColumn<int>(
                name: "CaseVisibilityVersion",
                table: "Contracts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ActingRows",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Handle = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    RealUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActedForId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    LinkId = table.Column<Guid>(type: "uuid", nullable: true),
                    ViaUserId = table.Column<Guid>(type: "uuid", nullable: true),
                    ViaId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActingRows", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_ActingRows_Sessions_TenantId_SessionId",
                        columns: x => new { x.TenantId, x.SessionId },
                        principalTable: "Sessions",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AdministratorLinks",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ManagerId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministratorId = table.Column<Guid>(type: "uuid", nullable: false),
                    LinkedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FactorProvenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastOpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdministratorLinks", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_AdministratorLinks_Users_TenantId_ManagerId",
                        columns: x => new { x.TenantId, x.ManagerId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Cases",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Priority = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Subject = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    AuthorKana = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    AssigneeId = table.Column<Guid>(type: "uuid", nullable: true),
                    AssigneeName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    IsConfidential = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WaitingSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ResolvedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FollowUpOf = table.Column<Guid>(type: "uuid", nullable: true),
                    EntryCount = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cases", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Cases_Cases_TenantId_FollowUpOf",
                        columns: x => new { x.TenantId, x.FollowUpOf },
                        principalTable: "Cases",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cases_Contracts_TenantId_ContractId",
                        columns: x => new { x.TenantId, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseViewers",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseViewers", x => new { x.TenantId, x.ContractId, x.UserId });
                    table.ForeignKey(
                        name: "FK_CaseViewers_Contracts_TenantId_ContractId",
                        columns: x => new { x.TenantId, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseViewers_Users_TenantId_UserId",
                        columns: x => new { x.TenantId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Consents_Users_TenantId_UserId",
                        columns: x => new { x.TenantId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OptionSettings",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    NumberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Service = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Settings = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    IsInUse = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AppliedVersion = table.Column<int>(type: "integer", nullable: false),
                    AppliedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FailedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    NextTryAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OptionSettings", x => new { x.TenantId, x.NumberId, x.Service });
                    table.ForeignKey(
                        name: "FK_OptionSettings_LineNumbers_TenantId_NumberId",
                        columns: x => new { x.TenantId, x.NumberId },
                        principalTable: "LineNumbers",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseEntries",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    IsInternal = table.Column<bool>(type: "boolean", nullable: false),
                    Side = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Source = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Html = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    From = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    To = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Assignee = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseEntries", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_CaseEntries_Cases_TenantId_CaseId",
                        columns: x => new { x.TenantId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseFollowers",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseFollowers", x => new { x.TenantId, x.CaseId, x.UserId });
                    table.ForeignKey(
                        name: "FK_CaseFollowers_Cases_TenantId_CaseId",
                        columns: x => new { x.TenantId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseFollowers_Users_TenantId_UserId",
                        columns: x => new { x.TenantId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CaseReadings",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Dismissed = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseReadings", x => new { x.TenantId, x.CaseId, x.UserId });
                    table.ForeignKey(
                        name: "FK_CaseReadings_Cases_TenantId_CaseId",
                        columns: x => new { x.TenantId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseReadings_Users_TenantId_UserId",
                        columns: x => new { x.TenantId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Door_MasterKey",
                table: "Users",
                columns: new[] { "TenantId", "Door", "MasterKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ActingRows_TenantId_SessionId_Handle",
                table: "ActingRows",
                columns: new[] { "TenantId", "SessionId", "Handle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdministratorLinks_TenantId_AdministratorId",
                table: "AdministratorLinks",
                columns: new[] { "TenantId", "AdministratorId" });

            migrationBuilder.CreateIndex(
                name: "IX_AdministratorLinks_TenantId_ManagerId_AdministratorId",
                table: "AdministratorLinks",
                columns: new[] { "TenantId", "ManagerId", "AdministratorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseEntries_TenantId_CaseId_Order",
                table: "CaseEntries",
                columns: new[] { "TenantId", "CaseId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseFollowers_TenantId_UserId_CaseId",
                table: "CaseFollowers",
                columns: new[] { "TenantId", "UserId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseReadings_TenantId_UserId",
                table: "CaseReadings",
                columns: new[] { "TenantId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_AssigneeId_Status_UpdatedAt",
                table: "Cases",
                columns: new[] { "TenantId", "AssigneeId", "Status", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_AuthorId_UpdatedAt",
                table: "Cases",
                columns: new[] { "TenantId", "AuthorId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_ContractId_Kind_UpdatedAt",
                table: "Cases",
                columns: new[] { "TenantId", "ContractId", "Kind", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_ContractId_Status_UpdatedAt",
                table: "Cases",
                columns: new[] { "TenantId", "ContractId", "Status", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_ContractId_UpdatedAt_Id",
                table: "Cases",
                columns: new[] { "TenantId", "ContractId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_FollowUpOf",
                table: "Cases",
                columns: new[] { "TenantId", "FollowUpOf" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_Number",
                table: "Cases",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_UpdatedAt_Id",
                table: "Cases",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_WaitingSince_Id",
                table: "Cases",
                columns: new[] { "TenantId", "WaitingSince", "Id" },
                filter: "\"WaitingSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CaseViewers_TenantId_UserId",
                table: "CaseViewers",
                columns: new[] { "TenantId", "UserId" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_TenantId_UserId_Version",
                table: "Consents",
                columns: new[] { "TenantId", "UserId", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActingRows");

            migrationBuilder.DropTable(
                name: "AdministratorLinks");

            migrationBuilder.DropTable(
                name: "CaseEntries");

            migrationBuilder.DropTable(
                name: "CaseFollowers");

            migrationBuilder.DropTable(
                name: "CaseReadings");

            migrationBuilder.DropTable(
                name: "CaseViewers");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "OptionSettings");

            migrationBuilder.DropTable(
                name: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Door_MasterKey",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "MasterKey",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "LinkingById",
                table: "SignInAttempts");

            migrationBuilder.DropColumn(
                name: "CaseVisibility",
                table: "Contracts");

            migrationBuilder.DropColumn(
                name: "CaseVisibilityVersion",
                table: "Contracts");
        }
    }
}
