using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class WorkRequestsAndReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "TaxRounding",
                table: "RentalOrders",
                type: "nvarchar(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "Down");

            migrationBuilder.AddColumn<int>(
                name: "EntryCount",
                table: "PointPeriods",
                type: "int",
                nullable: false,
                defaultValue: 0);

            // Ledgers of before are as long as they are now. A script compiles this before it has the column, hence EXEC.
            migrationBuilder.Sql("""
                EXEC(N'UPDATE period SET [EntryCount] = (SELECT COUNT(*) FROM [PointEntries] AS entry
                    WHERE entry.[TenantId] = period.[TenantId] AND entry.[PeriodId] = period.[Id]) FROM [PointPeriods] AS period;');
                """);

            migrationBuilder.AddColumn<Guid>(
                name: "ArticleId",
                table: "Announcements",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CannedAnswers",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    TextJa = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    TextEn = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CannedAnswers", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "WorkItems",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    IsPublished = table.Column<bool>(type: "bit", nullable: false),
                    OnlyWith = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkItems", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "WorkItemVersions",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    Definition = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    CreatedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkItemVersions", x => new { x.TenantId, x.ItemId, x.Edition });
                    table.ForeignKey(
                        name: "FK_WorkItemVersions_WorkItems_TenantId_ItemId",
                        columns: x => new { x.TenantId, x.ItemId },
                        principalTable: "WorkItems",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkRequests",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AuthorName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    ItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    TitleJa = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    TitleEn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Answers = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    FileCount = table.Column<int>(type: "int", nullable: false),
                    Cost = table.Column<int>(type: "int", nullable: false),
                    ReservationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    DecidedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SearchKey = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkRequests", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_WorkRequests_Cases_TenantId_CaseId",
                        columns: x => new { x.TenantId, x.CaseId },
                        principalTable: "Cases",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkRequests_Contracts_TenantId_ContractId",
                        columns: x => new { x.TenantId, x.ContractId },
                        principalTable: "Contracts",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkRequests_WorkItemVersions_TenantId_ItemId_Edition",
                        columns: x => new { x.TenantId, x.ItemId, x.Edition },
                        principalTable: "WorkItemVersions",
                        principalColumns: new[] { "TenantId", "ItemId", "Edition" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries",
                sql: "\"Kind\" IN ('Grant', 'Reserve', 'Use', 'Return', 'Expire')");

            migrationBuilder.CreateIndex(
                name: "IX_Announcements_TenantId_ArticleId",
                table: "Announcements",
                columns: new[] { "TenantId", "ArticleId" });

            migrationBuilder.CreateIndex(
                name: "IX_CannedAnswers_TenantId_Title",
                table: "CannedAnswers",
                columns: new[] { "TenantId", "Title" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_TenantId_Code",
                table: "WorkItems",
                columns: new[] { "TenantId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkRequests_TenantId_CaseId",
                table: "WorkRequests",
                columns: new[] { "TenantId", "CaseId" },
                unique: true,
                filter: "\"CaseId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WorkRequests_TenantId_ContractId_CreatedAt_Id",
                table: "WorkRequests",
                columns: new[] { "TenantId", "ContractId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkRequests_TenantId_CreatedAt_Id",
                table: "WorkRequests",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkRequests_TenantId_ItemId_Edition",
                table: "WorkRequests",
                columns: new[] { "TenantId", "ItemId", "Edition" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkRequests_TenantId_Number",
                table: "WorkRequests",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkRequests_TenantId_ReservationId",
                table: "WorkRequests",
                columns: new[] { "TenantId", "ReservationId" },
                unique: true,
                filter: "\"ReservationId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WorkRequests_TenantId_Status_CreatedAt",
                table: "WorkRequests",
                columns: new[] { "TenantId", "Status", "CreatedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_Announcements_Articles_TenantId_ArticleId",
                table: "Announcements",
                columns: new[] { "TenantId", "ArticleId" },
                principalTable: "Articles",
                principalColumns: new[] { "TenantId", "Id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Announcements_Articles_TenantId_ArticleId",
                table: "Announcements");

            migrationBuilder.DropTable(
                name: "CannedAnswers");

            migrationBuilder.DropTable(
                name: "WorkRequests");

            migrationBuilder.DropTable(
                name: "WorkItemVersions");

            migrationBuilder.DropTable(
                name: "WorkItems");

            migrationBuilder.DropCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries");

            migrationBuilder.DropIndex(
                name: "IX_Announcements_TenantId_ArticleId",
                table: "Announcements");

            migrationBuilder.DropColumn(
                name: "TaxRounding",
                table: "RentalOrders");

            migrationBuilder.DropColumn(
                name: "EntryCount",
                table: "PointPeriods");

            migrationBuilder.DropColumn(
                name: "ArticleId",
                table: "Announcements");
        }
    }
}
